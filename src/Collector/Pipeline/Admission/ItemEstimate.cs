using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Pipeline.Admission;

/// <summary>Estimates the items of a request from its size and from earlier requests of the same type. Not thread-safe.</summary>
internal sealed class ItemEstimate
{
    private const double FirstBytesPerItem = 400;
    private const double FirstCompression = 6;
    private const double Learning = 0.1;

    private static readonly int Encodings = Enum.GetValues<OtlpEncoding>().Length;

    private readonly double[] _bytesPerItem = First();

    /// <summary>At least 1.</summary>
    public long Of(in IngestRequest request) => Math.Max(1, (long)(request.Bytes / _bytesPerItem[IndexOf(request)]));

    /// <summary>Updates the estimate with a decoded request.</summary>
    public void Learn(in IngestRequest request, long items)
    {
        if (items <= 0 || request.Bytes <= 0) return;
        ref var known = ref _bytesPerItem[IndexOf(request)];
        known += Learning * (((double)request.Bytes / items) - known);
    }

    private static double[] First()
    {
        var first = new double[Enum.GetValues<OtlpSignal>().Length * Encodings * 2];
        for (var i = 0; i < first.Length; i++) first[i] = i % 2 == 0 ? FirstBytesPerItem : FirstBytesPerItem / FirstCompression;
        return first;
    }

    private static int IndexOf(in IngestRequest request) =>
        (((((int)request.Signal) * Encodings) + (int)request.Encoding) * 2) + (request.IsCompressed ? 1 : 0);
}
