namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>How a value as sent is converted to the meaning of its field.</summary>
internal enum Reading : byte
{
    AsIs,

    /// <summary>Input tokens without cache reads and writes, as Anthropic's API counts them: these are added.</summary>
    WithoutCache,

    /// <summary>Input tokens as counted by the provider's API: <see cref="WithoutCache"/> for some, <see cref="AsIs"/> for others.</summary>
    AsVendorCounts,

    /// <summary>Input tokens as counted by the API that serves the model: without cache for Anthropic's models and on Bedrock.</summary>
    AsModelCounts,

    /// <summary>Output tokens without reasoning ("thoughts"), as Google's API counts them: it is added.</summary>
    WithoutReasoning,

    /// <summary>Reasoning tokens under OTel's name: part of output, however the sender's API counts.</summary>
    PartOfOutput,

    /// <summary>An amount with its currency in one text, <c>0.0012USD</c>: a number only for USD.</summary>
    InUsd,

    /// <summary>A host, or a URL that is reduced to its host.</summary>
    Host,

    /// <summary>Used only if it is a single short word: elsewhere the same key contains prose.</summary>
    Word,

    /// <summary>The part before the first slash of <c>openai/gpt-4o-mini</c>; empty without a slash.</summary>
    BeforeSlash,

    /// <summary>The part after the first slash, or all of it.</summary>
    AfterSlash,
}
