// node package/vulnerabilities.mjs FOLDER: asks a database (OSV) for known vulnerabilities of everything in the bills of
// materials in the folder. Exit code 1: there are some; 3: the database cannot be reached.
import { readdirSync, readFileSync } from "node:fs";

const database = process.env.OSV_URL ?? "https://api.osv.dev";
const folder = process.argv[2];
const purls = readdirSync(folder)
  .filter((name) => name.endsWith(".cdx.json"))
  .flatMap((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")).components)
  .map(({ purl }) => purl.replace(/\?.*/, ""));

// The database takes up to a thousand at once.
async function ask() {
  const response = await fetch(`${database}/v1/querybatch`, {
    method: "POST",
    body: JSON.stringify({ queries: purls.map((purl) => ({ package: { purl } })) }),
    signal: AbortSignal.timeout(60_000),
  });
  if (!response.ok) throw new Error(`it answers ${response.status}`);
  return (await response.json()).results;
}

try {
  const known = (await ask()).flatMap(({ vulns = [] }, i) => vulns.map(({ id }) => `${purls[i]}: ${id}`));
  for (const line of known) console.error(line);
  console.log(`${purls.length} components, ${known.length} known vulnerabilities.`);
  process.exitCode = known.length > 0 ? 1 : 0;
} catch (failed) {
  console.error(`Not checked: ${database} cannot be reached (${failed.cause?.code ?? failed.message}).`);
  process.exitCode = 3;
}
