using Tidemark.Collector.Recognise.Interning;
using Tidemark.Collector.Recognise.Mapping;
using Tidemark.Collector.Recognise.Normalisation;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Recognise.Privacy;

namespace Tidemark.Collector.Recognise;

/// <summary>The parts shared by all recognisers of the process; thread-safe.</summary>
internal sealed record RecogniserParts(
    RecogniseOptions Options,
    PrivacyOptions Privacy,
    DialectTable Dialects,
    Vocabulary Vocabulary,
    Normaliser Normaliser,
    UserIds Users,
    Pricer Pricer,
    TimeProvider Time);
