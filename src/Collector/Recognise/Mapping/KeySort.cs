namespace Tidemark.Collector.Recognise.Mapping;

internal enum KeySort : byte
{
    /// <summary>In no list: its text is taken for content.</summary>
    Unknown,

    /// <summary>In no list, but the user says that it holds no content.</summary>
    Kept,

    /// <summary>Known to hold no content.</summary>
    Plain,

    /// <summary>Kept when it is one word, else content.</summary>
    Word,

    /// <summary>A user's id: stored as the setting for user ids says.</summary>
    User,

    /// <summary>What people or models said: dropped unless asked for.</summary>
    Content,

    /// <summary>Names a person: always dropped.</summary>
    Personal,
}
