/**
 * A photo of a place as it is kept: turned upright, at most 1,600 pixels a side, JPEG, and without all that the camera
 * wrote beside the pixels (EXIF with GPS, XMP, ICC, thumbnails). The pixels are decoded and encoded anew, so that nothing
 * of the file itself survives.
 */
import sharp from 'sharp';
import type { Said } from '#contract/problem.ts';

export interface BoundedPhoto {
  readonly jpeg: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** The file is no picture that may be used; `said` tells the cure. */
export class BadPhoto extends Error {
  override readonly name = 'BadPhoto';
  readonly said: Said;

  constructor(said: Said) {
    super(said.en);
    this.said = said;
  }
}

const LONGEST_SIDE = 1_600;
const QUALITY = 78;
/** A good phone has 50 megapixels; a picture that unfolds to more is a bomb or a mistake. */
const MOST_PIXELS = 60_000_000;
const MOST_SECONDS = 20;

const FORMATS: ReadonlySet<string | undefined> = new Set(['jpeg', 'png', 'webp']);

// libvips reads some forty formats, through as many libraries: three are enough for anybody's phone.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

const NOT_A_PHOTO: Said = {
  sv: 'den är ingen hel JPEG, PNG eller WebP. Ta bilden med telefonens kamera, eller spara om den som JPEG.',
  en: 'it is no whole JPEG, PNG or WebP. Take it with the phone’s camera, or save it as JPEG.',
};
const TOO_MANY_PIXELS: Said = {
  sv: `den har över ${MOST_PIXELS / 1_000_000} megapixlar. Välj en mindre bild.`,
  en: `it has over ${MOST_PIXELS / 1_000_000} megapixels. Choose a smaller one.`,
};

/** @throws BadPhoto */
export async function boundedPhoto(bytes: Uint8Array): Promise<BoundedPhoto> {
  await refuseOthers(bytes);
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  try {
    const { data, info } = await picture
      .autoOrient()
      .resize({
        width: LONGEST_SIDE,
        height: LONGEST_SIDE,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#fff' })
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: MOST_SECONDS })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    throw new BadPhoto(NOT_A_PHOTO);
  }
}

/** By what the file says of itself, before a pixel is decoded. */
async function refuseOthers(bytes: Uint8Array): Promise<void> {
  const told = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!told || !FORMATS.has(told.format)) throw new BadPhoto(NOT_A_PHOTO);
  if (told.width * told.height > MOST_PIXELS) throw new BadPhoto(TOO_MANY_PIXELS);
}
