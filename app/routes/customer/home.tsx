import { useT } from "#app/texts/use.ts";

export default function Home() {
  const t = useT();
  return <h1>{t("home.title")}</h1>;
}
