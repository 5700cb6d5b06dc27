import { Trash2 } from "#app/ui/icons.ts";
import { useState } from "react";
import { useT } from "#app/texts/use.ts";
import { FileField, Fieldset, Icon, SubmitButton, useHydrated } from "#app/ui/index.ts";

const megabyte = 1_048_576;

/** Pictures of the concern: those that are stored already as thumbnails, each with a button that takes it away again. */
export function PhotoPart({ photos, answer, error }: { photos: readonly string[]; answer: unknown; error?: string }) {
  const t = useT();
  const hydrated = useHydrated();
  const [tooLarge, setTooLarge] = useState(false);
  const [sent, setSent] = useState({ answer, turn: 0 });
  // What was sent is stored or refused: the field begins empty again, so that nothing is sent twice.
  if (sent.answer !== answer) {
    setSent({ answer, turn: sent.turn + 1 });
    setTooLarge(false);
  }
  return (
    <Fieldset legend={t("booking.photos.title")} hint={t("booking.photos.why")}>
      {photos.length > 0 ? (
        <ul className="flex flex-wrap gap-4" aria-label={t("booking.photos.label")}>
          {photos.map((id, index) => (
            <li key={id} className="grid w-[128px] gap-2">
              <a href={`/files/${id}`} target="_blank" rel="noreferrer"><img src={`/files/${id}`} alt={t("booking.photos.one", { number: index + 1 })} width={128} height={128} className="size-[128px] rounded-md border border-line bg-sunken object-cover" /></a>
              <button type="submit" name="remove" value={id} formNoValidate className="q-button q-secondary q-small" aria-label={t("booking.photos.removeOne", { number: index + 1 })}><Icon icon={Trash2} size={18} /><span>{t("booking.photos.remove")}</span></button>
            </li>
          ))}
        </ul>
      ) : null}
      <FileField
        key={sent.turn}
        name="photos"
        label={t(photos.length ? "booking.photos.addMore" : "booking.photos.add")}
        optional={t("common.optional")}
        hint={t("booking.photos.hint")}
        error={tooLarge ? t("booking.photos.tooMuch") : error}
        multiple
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          setTooLarge(files.some(({ size }) => size > 10 * megabyte) || files.reduce((sum, { size }) => sum + size, 0) > 19 * megabyte);
        }}
      />
      {/* Without JavaScript this shows the pictures before anything is sent off. */}
      {hydrated ? null : <div><SubmitButton name="intent" value="photos" formNoValidate variant="secondary" size="small">{t("booking.photos.upload")}</SubmitButton></div>}
    </Fieldset>
  );
}
