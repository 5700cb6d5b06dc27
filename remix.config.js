import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** This file is the Vite configuration; Remix's own options come first. @type {import("@remix-run/dev").VitePluginConfig} */
export const remixOptions = {
  appDirectory: "app",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
    // Off: one GET with thousands of path segments would block the process for over a second.
    v3_lazyRouteDiscovery: false,
  },
};

/** Bundles our own Express entry, which imports the Remix build, as build/server/index.js. */
const serverEntry = () => ({
  name: "server-entry",
  enforce: "post",
  config: (_config, env) => (env.isSsrBuild ? { build: { rollupOptions: { input: at("app/http/main.server.ts") } } } : undefined),
});

const library = /node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream)\/|vite\/preload-helper|commonjsHelpers/;
const frame = /\/app\/(ui\/(navigation|display|layout|text|icon|icons|catalogue-icons|stars|choice-fields|button|field|text-fields|error-summary|cx|nonce|hydrated)|routes\/shared\/(site-frame|error-screen|root-data|problems|meta)|texts\/(use|format|registry|load|parts)|domain\/kernel\/words)\.tsx?$/;

const search = /\/app\/(ui\/search-field|ui\/suggestions|routes\/customer\/parts\/search-(area|words|since|form))\.tsx?$/;

const chunkOf = (id) => {
  const file = id.replace(/\?commonjs-.*$/, "").replace("\0", "");
  if (file.includes("?")) return undefined;
  return library.test(file) ? "library" : frame.test(file) ? "frame" : search.test(file) ? "search-parts" : undefined;
};

/** What `only(group, "one", "two")` keeps of each group in a bundle, by the group's name there. */
const keptOf = (source) => new Map([...source.matchAll(/only\((\w+), ([^)]+)\)/g)].map(([, group, keys]) => [group, keys.split(",").map((key) => key.trim().slice(1, -1))]));

/**
 * A bundle of words holds its own copy of the groups it names, and of those only what it says it needs. As one shared JSON
 * module every bundle would bring the groups of all others: 8 kB a screen in the helper's area, measured.
 */
const wordBundles = () => ({
  name: "word-bundles",
  enforce: "pre",
  load(id, { ssr } = {}) {
    if (ssr || !/\/app\/texts\/bundles\/[\w.-]+\.ts$/.test(id)) return undefined;
    const imports = /import (\w+|\{[^}]*\}) from "(\.\.\/[\w/]+\.json)";/g;
    const source = readFileSync(id, "utf8");
    const kept = keptOf(source);
    const partOf = (name, group) => (kept.has(name) ? Object.fromEntries(kept.get(name).map((key) => [key, group[key]])) : group);
    const whole = source.replace(imports, (_line, names, from) => {
      const file = path.resolve(path.dirname(id), from);
      this.addWatchFile(file);
      const words = JSON.parse(readFileSync(file, "utf8"));
      const groups = names.startsWith("{") ? names.slice(1, -1).split(",").map((name) => name.trim().split(/\s+as\s+/)).filter(([name]) => name) : null;
      const inside = groups ? Object.fromEntries(groups.map(([group, name = group]) => [group, partOf(name, words[group])])) : words;
      return `const ${names.replaceAll(" as ", ": ")} = ${JSON.stringify(inside)};`;
    });
    return whole.replace(/import \{ only \} from "[^"]+";\n/, "").replace(/only\((\w+), [^)]+\)/g, "$1");
  },
});

/** What every screen needs travels in two files: many small ones compress worse (7 kB a screen, measured) and ask more often. Terser takes another 4 kB. */
const chunks = () => ({
  name: "chunks",
  config: (_config, env) =>
    env.isSsrBuild
      ? undefined
      : { build: { minify: "terser", terserOptions: { compress: { passes: 2 } }, rollupOptions: { output: { onlyExplicitManualChunks: true, manualChunks: chunkOf } } } },
});

export default defineConfig({
  plugins: [wordBundles(), tailwindcss(), remix(remixOptions), serverEntry(), chunks()],
  build: { target: "es2022", chunkSizeWarningLimit: 900 },
});
