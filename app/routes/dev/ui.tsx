import { Forms } from '#app/ui/gallery/forms.tsx';
import { Frames, GalleryBottom, GalleryFooter, GalleryHeader } from '#app/ui/gallery/frames.tsx';
import { Numbers } from '#app/ui/gallery/numbers.tsx';
import { Showing } from '#app/ui/gallery/showing.tsx';
import { TextAndActions } from '#app/ui/gallery/text-and-actions.tsx';
import { Page } from '#app/ui/index.ts';

/** A fixed moment, so that the page looks the same in every screenshot: 23 November 2026, noon in Zurich. */
const now = Date.UTC(2026, 10, 23, 11);

/** All components in all their states. */
export default function Gallery() {
  return (
    <Page skipLabel="Zum Inhalt" header={<GalleryHeader />} footer={<GalleryFooter />} bottom={<GalleryBottom />}>
      <TextAndActions />
      <Forms />
      <Showing now={now} />
      <Numbers />
      <Frames />
    </Page>
  );
}
