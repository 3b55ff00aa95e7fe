/* xml.h: a small writer of XML 1.0: whatever texts it is given, what it writes is well-formed and
 * has the elements that were opened, no more. */
#ifndef XML_H
#define XML_H

#include "buf.h"

/* A text's characters, escaped for between tags and for attributes alike. What XML 1.0 cannot say
 * (controls; U+FFFE, U+FFFF; bytes that are no UTF-8) becomes U+FFFD. */
void xml_text(struct buf *, const char *text);
void xml_begin(struct buf *);                  /* the declaration */
void xml_open(struct buf *, const char *name); /* names are literals of ours */
void xml_close(struct buf *, const char *name);
void xml_element(struct buf *, const char *name, const char *text); /* with a text in it */
/* An empty element with attributes: name, value, …, NULL. */
void xml_empty(struct buf *, const char *name, ...) __attribute__((sentinel));
/* The beginning of an element with one attribute. */
void xml_open_with(struct buf *, const char *name, const char *attribute, const char *value);
#endif
