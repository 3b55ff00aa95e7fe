/* file_clean.h: what a picture says beside its picture (where, when, by which camera, by whom) is
 * taken out. Strict and pure: what does not walk through from beginning to end is refused. */
#ifndef FILE_CLEAN_H
#define FILE_CLEAN_H

#include <stdbool.h>
#include "buf.h"
#include "db.h"

/* Each appends the cleaned picture to `out`, and gives false when it is broken. Never longer than
 * what came in. The picture itself is not decoded, nor changed.
 *
 * JPEG (ITU T.81, annex B): keeps APP0 (JFIF), APP2 with a colour profile, APP14 (Adobe: how the
 * colours are stored). APP1 (Exif, XMP), APP13 (IPTC), comments and all else of that kind go; which
 * way up the picture is stays, as an Exif of that one entry. What follows the end is cut off:
 * phones hang previews, videos and other pictures there. */
bool file_clean_jpeg(struct bytes, struct buf *out);
/* PNG (W3C, third edition): keeps the chunks without which it would look otherwise. eXIf, tEXt,
 * iTXt, zTXt, tIME and whatever nobody knows go. */
bool file_clean_png(struct bytes, struct buf *out);
/* WebP (RFC 9649): EXIF and XMP and whatever nobody knows go; the flags of VP8X follow. */
bool file_clean_webp(struct bytes, struct buf *out);
#endif
