namespace Tidemark.Collector.Recognise.Mapping;

internal enum KeySort : byte
{
    Plain,

    /// <summary>What people or models said: dropped unless asked for.</summary>
    Content,

    /// <summary>Names a person: always dropped.</summary>
    Personal,
}
