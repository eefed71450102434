using System.Collections.Frozen;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Decode.Json;
using Tidemark.Collector.Decode.Protobuf;

namespace Tidemark.Collector.Decode;

/// <summary>Pooled decoders by signal and encoding.</summary>
internal sealed class OtlpDecoders
{
    private readonly FrozenDictionary<(OtlpSignal, OtlpEncoding), ObjectPool<IOtlpDecoder>> _pools;

    public OtlpDecoders(IOptions<DecodeOptions> options)
    {
        ObjectPool<IOtlpDecoder> Pool(Func<DecodeContext, IOtlpDecoder> create) =>
            new DefaultObjectPool<IOtlpDecoder>(new DecoderPolicy(() => create(new DecodeContext(options.Value))));

        _pools = new Dictionary<(OtlpSignal, OtlpEncoding), ObjectPool<IOtlpDecoder>>
        {
            [(OtlpSignal.Traces, OtlpEncoding.Protobuf)] = Pool(context => new ProtobufTraceDecoder(context)),
            [(OtlpSignal.Metrics, OtlpEncoding.Protobuf)] = Pool(context => new ProtobufMetricDecoder(context)),
            [(OtlpSignal.Logs, OtlpEncoding.Protobuf)] = Pool(context => new ProtobufLogDecoder(context)),
            [(OtlpSignal.Traces, OtlpEncoding.Json)] = Pool(context => new JsonTraceDecoder(context)),
            [(OtlpSignal.Metrics, OtlpEncoding.Json)] = Pool(context => new JsonMetricDecoder(context)),
            [(OtlpSignal.Logs, OtlpEncoding.Json)] = Pool(context => new JsonLogDecoder(context)),
        }.ToFrozenDictionary();
    }

    /// <inheritdoc cref="IOtlpDecoder.Decode"/>
    public void Decode(OtlpSignal signal, OtlpEncoding encoding, ReadOnlyMemory<byte> body, ITelemetrySink sink)
    {
        var pool = _pools[(signal, encoding)];
        var decoder = pool.Get();
        try
        {
            decoder.Decode(body, sink);
        }
        finally
        {
            pool.Return(decoder);
        }
    }

    private sealed class DecoderPolicy(Func<IOtlpDecoder> create) : PooledObjectPolicy<IOtlpDecoder>
    {
        public override IOtlpDecoder Create() => create();

        public override bool Return(IOtlpDecoder obj) => true;
    }
}
