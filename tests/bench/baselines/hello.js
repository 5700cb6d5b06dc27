import { createServer } from "node:http";

createServer((_request, response) => response.setHeader("Content-Type", "text/plain").end("hello")).listen(Number(process.env.PORT), "127.0.0.1");
