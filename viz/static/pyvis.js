// The page with pyvis' network.
import { start } from "./shell/start.js";
import { mountNetwork } from "./pyvis/network.js";

start(mountNetwork);
