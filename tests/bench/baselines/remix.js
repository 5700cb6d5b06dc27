import { createRequestHandler, writeReadableStreamToWritable } from "@remix-run/node";
import compression from "compression";
import express from "express";

const handle = createRequestHandler(await import(process.env.BENCH_BUILD), "production");

/** What Remix's own Express adapter does, for a GET. */
express()
  .use(compression())
  .get("*", async (asked, answer) => {
    const response = await handle(new Request(`http://localhost${asked.originalUrl}`, { headers: { accept: "text/html" } }));
    answer.status(response.status);
    for (const [name, value] of response.headers) answer.setHeader(name, value);
    if (response.body) await writeReadableStreamToWritable(response.body, answer);
    else answer.end();
  })
  .listen(Number(process.env.PORT), "127.0.0.1");
