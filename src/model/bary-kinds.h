#pragma once

/* All kinds of records at once. */

#include "bary-agreement.h"
#include "bary-body.h"
#include "bary-body-member.h"
#include "bary-centre.h"
#include "bary-cluster.h"
#include "bary-direction.h"
#include "bary-document.h"
#include "bary-group.h"
#include "bary-link.h"
#include "bary-membership.h"
#include "bary-organisation.h"
#include "bary-party.h"
#include "bary-person.h"
#include "bary-place.h"
#include "bary-role.h"
#include "bary-scheme.h"
#include "bary-slide.h"
#include "bary-status.h"
