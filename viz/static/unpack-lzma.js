// Unpacks a small page.
import { unlzma } from "./unpack/lzma.js";
import { begin } from "./unpack/page.js";

begin(unlzma);
