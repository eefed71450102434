namespace Tidemark.Collector.Decode;

/// <summary>The request exceeds a limit on items per request; the sender should split it.</summary>
internal sealed class TooManyItemsException(string what, int limit)
    : Exception($"the request has more than {limit} {what}; send smaller batches, or raise the limit in the section {DecodeOptions.Section}");
