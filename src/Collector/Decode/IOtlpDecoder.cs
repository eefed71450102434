namespace Tidemark.Collector.Decode;

/// <summary>Decodes one signal in one encoding. Reuses its records: one request at a time.</summary>
internal interface IOtlpDecoder
{
    /// <summary>Decodes the request and passes its items to the sink, in the order in which they occur.</summary>
    /// <param name="body">The decompressed request; must not change before this method returns.</param>
    /// <exception cref="MalformedRequestException">The bytes cannot be parsed. Items before the error have already reached the sink.</exception>
    /// <exception cref="TooManyItemsException">A limit of <see cref="DecodeOptions"/> was exceeded. Earlier items have already reached the sink.</exception>
    void Decode(ReadOnlyMemory<byte> body, ITelemetrySink sink);
}
