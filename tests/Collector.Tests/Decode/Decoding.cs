using Microsoft.Extensions.Options;
using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Tests.Decode;

/// <summary>Decodes one body with given limits.</summary>
internal static class Decoding
{
    public static DescribingSink Decode(OtlpSignal signal, OtlpEncoding encoding, byte[] body, Action<DecodeOptions>? configure = null)
    {
        var options = new DecodeOptions();
        configure?.Invoke(options);
        var sink = new DescribingSink();
        new OtlpDecoders(Options.Create(options)).Decode(signal, encoding, body, sink);
        return sink;
    }

    public static DescribingSink Traces(byte[] body, Action<DecodeOptions>? configure = null) =>
        Decode(OtlpSignal.Traces, OtlpEncoding.Protobuf, body, configure);

    public static DescribingSink Json(byte[] body, Action<DecodeOptions>? configure = null) => Decode(OtlpSignal.Traces, OtlpEncoding.Json, body, configure);
}
