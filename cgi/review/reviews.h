/* reviews.h: what waits for somebody in reviews, for My work. */
#ifndef REVIEWS_H
#define REVIEWS_H

#include "req.h"

int64_t reviews_to_declare(struct req *);
int64_t reviews_to_score(struct req *);
int64_t reviews_to_moderate(struct req *);
int64_t reviews_before_panel(struct req *);
int64_t reviews_to_confirm(struct req *);
int64_t reviews_late(struct req *);
#endif
