namespace Tidemark.Collector.Decode;

/// <summary>Decodes one signal in one encoding. Keeps reused records: one request at a time.</summary>
internal interface IOtlpDecoder
{
    /// <summary>Reads the request and hands its items to the sink, one by one, in the order they stand.</summary>
    /// <param name="body">The request, decompressed; must stay as it is until this returns.</param>
    /// <exception cref="MalformedRequestException">The bytes do not parse. Items before the fault have reached the sink already.</exception>
    /// <exception cref="TooManyItemsException">A limit of <see cref="DecodeOptions"/> is passed; likewise.</exception>
    void Decode(ReadOnlyMemory<byte> body, ITelemetrySink sink);
}
