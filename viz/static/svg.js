// The page with the container map.
import { start } from "./shell/start.js";
import { mountMap } from "./svg/map.js";

start(mountMap);
