using Tidemark.Collector.Recognise.Folding;
using Tidemark.Collector.Recognise.Interning;
using Tidemark.Collector.Recognise.Mapping;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Recognise.Privacy;

namespace Tidemark.Collector.Recognise;

/// <summary>What all recognisers of the process share; safe for use from any thread.</summary>
internal sealed record RecogniserParts(
    RecogniseOptions Options,
    PrivacyOptions Privacy,
    DialectTable Dialects,
    Vocabulary Vocabulary,
    Folds Folds,
    UserIds Users,
    Pricer Pricer,
    TimeProvider Time);
