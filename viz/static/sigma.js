// The page of a large scene.

import { start } from "./shell/start.js";
import { mountSigma } from "./sigma/renderer.js";

start(mountSigma);
