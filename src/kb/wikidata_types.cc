#include "kb/wikidata_types.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace quoth::kb {
namespace {

struct ClassRow {
  std::uint32_t number;
  WikidataClass answer;
};

constexpr std::array<ClassRow, 107> class_table{{
    {5, {.types = person, .is_left_out = false}},               // human
    {43229, {.types = organization, .is_left_out = false}},     // organization
    {4830453, {.types = organization, .is_left_out = false}},   // business
    {783794, {.types = organization, .is_left_out = false}},    // company
    {6881511, {.types = organization, .is_left_out = false}},   // enterprise
    {891723, {.types = organization, .is_left_out = false}},    // public company
    {7278, {.types = organization, .is_left_out = false}},      // political party
    {327333, {.types = organization, .is_left_out = false}},    // government agency
    {2659904, {.types = organization, .is_left_out = false}},   // government organization
    {7188, {.types = organization, .is_left_out = false}},      // government
    {484652, {.types = organization, .is_left_out = false}},    // international organization
    {245065, {.types = organization, .is_left_out = false}},    // intergovernmental organization
    {163740, {.types = organization, .is_left_out = false}},    // nonprofit organization
    {79913, {.types = organization, .is_left_out = false}},     // non-governmental organization
    {708676, {.types = organization, .is_left_out = false}},    // charitable organization
    {157031, {.types = organization, .is_left_out = false}},    // foundation
    {48204, {.types = organization, .is_left_out = false}},     // voluntary association
    {178790, {.types = organization, .is_left_out = false}},    // trade union
    {155271, {.types = organization, .is_left_out = false}},    // think tank
    {11032, {.types = organization, .is_left_out = false}},     // newspaper
    {1110794, {.types = organization, .is_left_out = false}},   // daily newspaper
    {41298, {.types = organization, .is_left_out = false}},     // magazine
    {192283, {.types = organization, .is_left_out = false}},    // news agency
    {1616075, {.types = organization, .is_left_out = false}},   // television station
    {1331793, {.types = organization, .is_left_out = false}},   // media company
    {2085381, {.types = organization, .is_left_out = false}},   // publisher
    {3918, {.types = organization, .is_left_out = false}},      // university
    {875538, {.types = organization, .is_left_out = false}},    // public university
    {902104, {.types = organization, .is_left_out = false}},    // private university
    {15936437, {.types = organization, .is_left_out = false}},  // research university
    {38723, {.types = organization, .is_left_out = false}},     // higher education institution
    {31855, {.types = organization, .is_left_out = false}},     // research institute
    {748019, {.types = organization, .is_left_out = false}},    // scientific society
    {476028, {.types = organization, .is_left_out = false}},    // association football club
    {6979593, {.types = organization, .is_left_out = false}},  // national association football team
    {847017, {.types = organization, .is_left_out = false}},   // sports club
    {12973014, {.types = organization, .is_left_out = false}},       // sports team
    {4438121, {.types = organization, .is_left_out = false}},        // sports organization
    {215380, {.types = organization, .is_left_out = false}},         // musical group
    {192350, {.types = organization, .is_left_out = false}},         // ministry
    {35749, {.types = organization, .is_left_out = false}},          // parliament
    {41487, {.types = organization, .is_left_out = false}},          // court
    {190752, {.types = organization, .is_left_out = false}},         // supreme court
    {732717, {.types = organization, .is_left_out = false}},         // law enforcement agency
    {47913, {.types = organization, .is_left_out = false}},          // intelligence agency
    {17149090, {.types = organization, .is_left_out = false}},       // armed organization
    {772547, {.types = organization, .is_left_out = false}},         // armed forces
    {176799, {.types = organization, .is_left_out = false}},         // military unit
    {22687, {.types = organization, .is_left_out = false}},          // bank
    {66344, {.types = organization, .is_left_out = false}},          // central bank
    {46970, {.types = organization, .is_left_out = false}},          // airline
    {786820, {.types = organization, .is_left_out = false}},         // automobile manufacturer
    {1058914, {.types = organization, .is_left_out = false}},        // software company
    {18127, {.types = organization, .is_left_out = false}},          // record label
    {16917, {.types = organization | place, .is_left_out = false}},  // hospital
    {33506, {.types = organization | place, .is_left_out = false}},  // museum
    {6256, {.types = place, .is_left_out = false}},                  // country
    {3624078, {.types = place, .is_left_out = false}},               // sovereign state
    {3336843, {.types = place, .is_left_out = false}},   // country of the United Kingdom
    {133442, {.types = place, .is_left_out = false}},    // city-state
    {5119, {.types = place, .is_left_out = false}},      // capital
    {515, {.types = place, .is_left_out = false}},       // city
    {1549591, {.types = place, .is_left_out = false}},   // big city
    {1637706, {.types = place, .is_left_out = false}},   // city of a million
    {174844, {.types = place, .is_left_out = false}},    // megacity
    {200250, {.types = place, .is_left_out = false}},    // metropolis
    {702492, {.types = place, .is_left_out = false}},    // urban area
    {7930989, {.types = place, .is_left_out = false}},   // city or town
    {1093829, {.types = place, .is_left_out = false}},   // city in the United States
    {3957, {.types = place, .is_left_out = false}},      // town
    {532, {.types = place, .is_left_out = false}},       // village
    {486972, {.types = place, .is_left_out = false}},    // human settlement
    {123705, {.types = place, .is_left_out = false}},    // neighborhood
    {15284, {.types = place, .is_left_out = false}},     // municipality
    {484170, {.types = place, .is_left_out = false}},    // commune of France
    {262166, {.types = place, .is_left_out = false}},    // municipality of Germany
    {747074, {.types = place, .is_left_out = false}},    // comune of Italy
    {2074737, {.types = place, .is_left_out = false}},   // municipality of Spain
    {10864048, {.types = place, .is_left_out = false}},  // first-level administrative division
    {13220204, {.types = place, .is_left_out = false}},  // second-level administrative division
    {34876, {.types = place, .is_left_out = false}},     // province
    {35657, {.types = place, .is_left_out = false}},     // U.S. state
    {47168, {.types = place, .is_left_out = false}},     // U.S. county
    {1221156, {.types = place, .is_left_out = false}},   // state of Germany
    {11828004, {.types = place, .is_left_out = false}},  // province of Canada
    {5852411, {.types = place, .is_left_out = false}},   // state of Australia
    {12443800, {.types = place, .is_left_out = false}},  // state of India
    {5107, {.types = place, .is_left_out = false}},      // continent
    {82794, {.types = place, .is_left_out = false}},     // geographic region
    {23442, {.types = place, .is_left_out = false}},     // island
    {8502, {.types = place, .is_left_out = false}},      // mountain
    {4022, {.types = place, .is_left_out = false}},      // river
    {23397, {.types = place, .is_left_out = false}},     // lake
    {165, {.types = place, .is_left_out = false}},       // sea
    {9430, {.types = place, .is_left_out = false}},      // ocean
    {4167410, {.types = 0, .is_left_out = true}},        // disambiguation page
    {22808320, {.types = 0, .is_left_out = true}},       // disambiguation page of human names
    {4167836, {.types = 0, .is_left_out = true}},        // category
    {11266439, {.types = 0, .is_left_out = true}},       // template
    {13406463, {.types = 0, .is_left_out = true}},       // list article
    {14204246, {.types = 0, .is_left_out = true}},       // project page
    {15184295, {.types = 0, .is_left_out = true}},       // module
    {17633526, {.types = 0, .is_left_out = true}},       // Wikinews article
    {101352, {.types = 0, .is_left_out = true}},         // family name
    {202444, {.types = 0, .is_left_out = true}},         // given name
    {12308941, {.types = 0, .is_left_out = true}},       // male given name
    {11879590, {.types = 0, .is_left_out = true}},       // female given name
}};

}  // namespace

WikidataClass wikidata_class(std::string_view id) noexcept {
  std::uint32_t number = 0;
  if (!id.starts_with('Q')) return {};
  const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
  if (error != std::errc{} || end != id.data() + id.size()) return {};
  for (const ClassRow& row : class_table) {
    if (row.number == number) return row.answer;
  }
  return {};
}

}  // namespace quoth::kb
