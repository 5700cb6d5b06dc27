import compression from "compression";
import { createRequestHandler } from "@remix-run/express";
import express from "express";

const build = await import(process.env.BENCH_BUILD);

express().use(compression()).all("*", createRequestHandler({ build, mode: "production" })).listen(Number(process.env.PORT), "127.0.0.1");
