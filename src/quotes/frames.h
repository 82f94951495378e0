#pragma once

#include <vector>

#include "quotes/draft.h"

namespace quoth::quotes {

/// frame — who reports a quotation reports that it was said: in "“We won,” Ana Ruiz said, according to the AP" the AP's content is
/// "“We won,” Ana Ruiz said". Where the network gives both the same content, and the source and cue of one stand between it and the cue
/// of the other, or one's before it and the other's behind ("Ruiz said “We won,” the AP reports"), they are taken into the other's content, so that one nests in the other. So it is with what commas part: "Bo Li had told her,
/// Ana Ruiz said, that it rains" is all said by Ana Ruiz.
void frame_reports(const Context& context, const char* name, std::vector<Draft>& drafts);

/// enclose — what somebody says inside a content does not end behind it: a content that ends in the middle of what is said in it, in the same
/// sentence, goes on to that one's end.
void enclose_inner_speech(const Context& context, const char* name, std::vector<Draft>& drafts);

/// inner_source — who reports is not who is quoted: in "Bo Li quoted Ana Ruiz as saying that it rains" the network may give what Ana Ruiz says
/// both as sources; before "as saying" the one that is the reporter's goes.
void keep_inner_sources(const Context& context, const char* name, std::vector<Draft>& drafts);

}  // namespace quoth::quotes
