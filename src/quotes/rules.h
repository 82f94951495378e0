#pragma once

#include <span>

#include "quotes/draft.h"

namespace quoth::quotes {

/// Changes one draft's word ranges; true: it did. May leave no content, then the draft is dropped.
struct DraftRule {
  const char* name;
  bool (*apply)(const Context& context, Draft& draft);
};

/// Looks at all drafts of a document at once, in text order.
struct DocumentRule {
  const char* name;
  void (*apply)(const Context& context, const char* name, std::vector<Draft>& drafts);
};

/// In the order in which they run.
///
///   complete_marks   content that covers three quarters of a marked range takes all of it, unless the anchor is inside
///   join_pieces      pieces with nothing between them are one, but for a quoted sentence after another
///   leave_outer_close  a closing mark whose opening one stands before the piece is left out
///   trim_edges       indirect content has no comma or stop at its ends
///   take_in_marks    content that fills a marked range takes in its marks
std::span<const DraftRule> draft_rules();

/// In the order in which they run, after the draft rules.
///
///   drop_scare_quotes     a few words without cue and source that make no sentence are no quotation
///   frame                 who reports a quotation reports that it was said (frames.h)
///   enclose               a content does not end in the middle of what is said in it (frames.h)
///   inner_source          who reports is not who is quoted (frames.h)
///   signed                a quotation without a cue is by whoever's name a dash puts behind it (signatures.h)
///   join_floating         a quoted sentence that nobody claimed continues the attribution before it in its paragraph
///   keep_unattributed     a paragraph that is all quoted, and that nobody claimed, is a quotation without a source
///   drop_duplicates       of quotations with the same content and source, the most certain stays
std::span<const DocumentRule> document_rules();

}  // namespace quoth::quotes
