namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>What has to be done to a value as sent before it means what the field means.</summary>
internal enum Reading : byte
{
    AsIs,

    /// <summary>Input tokens without cache reads and writes, as Anthropic's API counts: they are added.</summary>
    WithoutCache,

    /// <summary>Input tokens as the vendor's API counts them: <see cref="WithoutCache"/> for some, <see cref="AsIs"/> for others.</summary>
    AsVendorCounts,

    /// <summary>Input tokens as the API counts them that serves the model: without cache for Anthropic's models and on Bedrock.</summary>
    AsModelCounts,

    /// <summary>Output tokens without reasoning ("thoughts"), as Google's API counts: it is added.</summary>
    WithoutReasoning,

    /// <summary>Reasoning tokens under OTel's own name: part of output, whatever the sender's API counts.</summary>
    PartOfOutput,

    /// <summary>An amount with its currency behind it in one text, <c>0.0012USD</c>: a number only where that is USD.</summary>
    InUsd,

    /// <summary>A host, or a URL of which only the host is kept.</summary>
    Host,

    /// <summary>Counts only when it is one short word: elsewhere the same key holds prose.</summary>
    Word,

    /// <summary>The part before the first slash of <c>openai/gpt-4o-mini</c>; nothing where there is no slash.</summary>
    BeforeSlash,

    /// <summary>The part behind the first slash, or all of it.</summary>
    AfterSlash,
}
