import path from "node:path";
import { pathToFileURL } from "node:url";
import autocannon from "autocannon";
import { serviceTypeByCode } from "#app/domain/catalogue/catalogue.queries.server.ts";
import { compose } from "#app/http/compose.server.ts";
import { readConfig } from "#app/http/config.server.ts";
import { systemContext } from "#app/http/context.server.ts";
import { builds, copyOf, filledHouse, root } from "./houses.ts";
import { median, rounded } from "./measure.ts";
import { service } from "./search.ts";
import { calmHouse, gzip, type Load, load, serve, serveProduct } from "./served.ts";

export type PageRates = { results: Load; home: Load; bareRemix: Load; bareExpress: Load; hello: Load };

/** The address of the results page that every measurement asks for: a town with many helpers. */
export async function resultsPath(): Promise<{ path: string; env: Record<string, string> }> {
  const dir = filledHouse(600);
  const app = await compose({ ...readConfig({ NODE_ENV: "production", QUARTIER_VAR: dir, LOG_LEVEL: "silent" }) });
  const ctx = await systemContext(app);
  const type = await serviceTypeByCode(ctx, service);
  const place = ctx.places.byPostcode("8004")[0];
  await app.store.close();
  if (!type || !place) throw new Error("The demo has no such service or place");
  return {
    path: `/de/search?service=${service}&place=${encodeURIComponent(place.id)}`,
    env: { BENCH_FILE: path.join(dir, "quartier.sqlite"), BENCH_LAT: String(place.lat), BENCH_LNG: String(place.lng), BENCH_SERVICE: String(type.number), BENCH_NOW: String(ctx.now) },
  };
}

/** Requests a second at 16 connections: our results and home pages, and three yardsticks on the same machine in the same run. */
export async function measurePages(seconds: number): Promise<PageRates> {
  const { product, remix } = builds();
  const { path: address, env } = await resultsPath();
  const baseline = (name: string) => path.join(root, "tests/bench/baselines", name);
  const one = async (args: string[], more: Record<string, string>) => {
    const server = await serve(args, { ...env, ...more });
    try {
      return await load(`${server.origin}/`, seconds);
    } finally {
      await server.stop();
    }
  };
  const house = await serveProduct(product, copyOf(await calmHouse(product), "pages"));
  const results = await load(house.origin + address, seconds);
  const home = await load(`${house.origin}/de`, seconds);
  await house.stop();
  return {
    results,
    home,
    bareRemix: await one([baseline("remix.js")], { BENCH_BUILD: pathToFileURL(remix).href }),
    bareExpress: await one([baseline("express.js")], {}),
    hello: await one([baseline("hello.js")], {}),
  };
}

export type StartFigures = { coldStartMs: number; rssMb: number; rssAtStartMb: number };

/** From spawn to the first 200 of /readyz (median of five, built and filled), and memory after a thousand pages. */
export async function measureStart(): Promise<StartFigures> {
  const { product } = builds();
  const dir = copyOf(await calmHouse(product), "start");
  const { path: address } = await resultsPath();
  const starts: number[] = [];
  for (let i = 0; i < 5; i++) {
    const house = await serveProduct(product, dir);
    starts.push(house.readyAfterMs);
    await house.stop();
  }
  const house = await serveProduct(product, dir);
  const rssAtStartMb = house.rssMb();
  for (const page of [address, "/de", "/fr/pages/imprint", "/it/sign-in"]) await autocannon({ url: house.origin + page, connections: 16, amount: 250, headers: gzip });
  const rssMb = house.rssMb();
  await house.stop();
  return { coldStartMs: Math.round(median(starts)), rssMb: rounded(rssMb, 0), rssAtStartMb: rounded(rssAtStartMb, 0) };
}
