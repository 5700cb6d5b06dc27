import { useLoaderData } from "@remix-run/react";
import { askedFromEnv, openNear } from "../../../near.js";

let near: ReturnType<typeof openNear> | undefined;

export const loader = async () => {
  near ??= openNear(process.env.BENCH_FILE ?? "");
  return { rows: near.named(askedFromEnv()) };
};

export default function Results() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <ul>
      {rows.map(({ name, postcode, locality, price_minor, metres }, i) => (
        <li key={i}>
          <h3>{name}</h3>
          <p>
            {postcode} {locality}, {Math.round(metres / 1000)} km, CHF {(price_minor / 100).toFixed(2)}
          </p>
        </li>
      ))}
    </ul>
  );
}
