import compression from "compression";
import express from "express";
import { askedFromEnv, openNear } from "./near.js";

const near = openNear(process.env.BENCH_FILE);
const asked = askedFromEnv();
const escaped = (text) => String(text).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A bare Express page over the same query: a list in a template string. */
express()
  .use(compression())
  .get("/", (_request, response) => {
    const rows = near.named(asked).map(({ name, postcode, locality, price_minor, metres }) => `<li><h3>${escaped(name)}</h3><p>${escaped(postcode)} ${escaped(locality)}, ${Math.round(metres / 1000)} km, CHF ${(price_minor / 100).toFixed(2)}</p></li>`);
    response.type("html").send(`<!doctype html><html lang="de"><head><title>Results</title></head><body><ul>${rows.join("")}</ul></body></html>`);
  })
  .listen(Number(process.env.PORT), "127.0.0.1");
