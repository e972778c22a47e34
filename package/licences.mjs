// node package/licences.mjs FOLDER: compares the licence of everything that ships, as the bills of materials in the folder
// have it, with those that Lumina may ship. NOTICE names them all.
import { readdirSync, readFileSync } from "node:fs";

const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Bouncy Castle Licence", // MIT under another name
  "EPL-2.0",
  "ISC",
  "MIT",
  "MIT-0",
  "OFL-1.1",
]);

// Shipped as files of their own that people can replace, or with an exception; each was looked at by itself.
const exceptions = {
  "mysql-connector-j": "The GNU General Public License, v2 with Universal FOSS Exception, v1.0",
  "@img/sharp-libvips-darwin-arm64": "LGPL-3.0-or-later",
  "@img/sharp-libvips-linux-arm64": "LGPL-3.0-or-later",
  "@img/sharp-libvips-linux-x64": "LGPL-3.0-or-later",
};

// Several licences of a component are a choice.
const licences = ({ licenses = [] }) => licenses.map(({ expression, license }) => expression ?? license.id ?? license.name);
const fits = (component) =>
  licences(component).some((licence) => allowed.has(licence) || exceptions[component.name] === licence);

const folder = process.argv[2];
const bills = readdirSync(folder).filter((name) => name.endsWith(".cdx.json"));
const components = bills.flatMap((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")).components);
const others = components.filter((component) => !fits(component));
for (const component of others) {
  console.error(`${component.name} ${component.version}: ${licences(component).join(" or ") || "no licence"}`);
}
if (bills.length < 3 || others.length > 0) {
  console.error("Something that ships has a licence that is not allowed (package/licences.mjs), or a bill is missing.");
  process.exitCode = 1;
}
