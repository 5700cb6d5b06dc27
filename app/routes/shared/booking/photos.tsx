import { useT } from "#app/texts/use.ts";

/** Pictures of a booking or a message as thumbnails; each opens in full. */
export function Photos({ ids, label }: { ids: readonly string[]; label?: string }) {
  const t = useT();
  if (ids.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2" aria-label={label ?? t("booking.photos.label")}>
      {ids.map((id, index) => (
        <li key={id}>
          <a href={`/files/${id}`} target="_blank" rel="noreferrer" className="block rounded-md overflow-hidden border border-line">
            <img src={`/files/${id}`} alt={t("booking.photos.one", { number: index + 1 })} width={112} height={112} loading="lazy" className="block size-[112px] object-cover bg-sunken" />
          </a>
        </li>
      ))}
    </ul>
  );
}
