namespace Tidemark.Collector.Recognise.Mapping;

internal enum KeySort : byte
{
    /// <summary>In no list: treated as content if it is text.</summary>
    Unknown,

    /// <summary>In no list, but configured as containing no content.</summary>
    Kept,

    /// <summary>Known to hold no content.</summary>
    Plain,

    /// <summary>Kept if it is a single word, otherwise content.</summary>
    Word,

    /// <summary>A user's id, stored as configured.</summary>
    User,

    /// <summary>Content: dropped unless capturing it is enabled.</summary>
    Content,

    /// <summary>Identifies a person: always dropped.</summary>
    Personal,
}
