import { formatDate, formatTime } from "#app/texts/format.ts";
import { useLocale } from "#app/texts/use.ts";

/** A moment to the minute, for tables. */
export function useMoment(): (ms: number) => string {
  const locale = useLocale();
  return (ms) => `${formatDate(ms, locale)} ${formatTime(ms, locale)}`;
}
