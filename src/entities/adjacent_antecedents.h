#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "entities/entity_table.h"
#include "entities/mention.h"
#include "entities/name_sieve.h"
#include "entities/word_keys.h"

namespace quoth::entities {

/// coref:relative — "Ana Ruiz, who said": the entity of the mention that ends right before mention `j`, a lone "who", "whose" or
/// "which", or before its comma; for "who" no organisation, else the last person of its sentence, if an apposition parts them. REQUIRES: mentions before `j` are resolved.
std::optional<std::size_t> relative_antecedent(const WordReader& reader,
                                               const std::vector<Mention>& mentions, std::size_t j,
                                               const EntityTable& entities);

bool is_relative(std::string_view word);

/// coref:two_persons — "Ulla Stroem and Davo Petric found it. They said": the groups of two persons joined by "and" that start the
/// sentence of `they` or the one before, nobody named since; empty where there are none.
std::vector<std::size_t> two_persons_before(const WordReader& reader, const NameGroups& groups,
                                            const Mention& they);

/// coref:the_two — "The two men said", "Both said": the groups of the only two persons named in the sentence of `words` before them, or in that
/// and the one before it; empty where there are more or fewer.
std::vector<std::size_t> only_two_persons_before(const WordReader& reader, const NameGroups& groups,
                                                 segment::WordRange words);

}  // namespace quoth::entities
