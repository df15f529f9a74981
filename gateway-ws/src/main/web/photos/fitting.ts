/** The most bytes of a photo that are taken. */
const MOST_BYTES = 5 * 1024 * 1024;
/** On the longer side; more than the largest size that is kept. */
const ENOUGH_PIXELS = 3200;
const QUALITY = 0.9;

/** The photo in as many bytes as are taken: a larger one is made smaller here, so that it need not be by hand. Undefined if it cannot be. */
export async function fitting(photo: Blob): Promise<Blob | undefined> {
  if (photo.size <= MOST_BYTES) return photo;
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, ENOUGH_PIXELS / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const smaller = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return smaller.size <= MOST_BYTES ? smaller : undefined;
}
