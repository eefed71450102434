using System.IO.Pipelines;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Receive.Compression;

namespace Tidemark.Collector.Receive.Body;

/// <summary>Reads and decompresses request bodies within the limits.</summary>
internal sealed class RequestBodies(InFlightBudget budget, IOptions<ReceiveOptions> options)
{
    /// <summary>Maximum size of one request in bytes.</summary>
    public int Limit => options.Value.MaxRequestBytes;

    public RequestBody Open() => new(budget, options.Value);

    public async Task<RequestBody> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        var body = Open();
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken);
                body.Append(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) return body;
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Decompresses the body; the compressed one is released in any case.</summary>
    public RequestBody Inflate(RequestBody compressed, ICompression compression)
    {
        var inflated = Open();
        try
        {
            Compressions.Inflate(compression, compressed.Bytes, inflated, options.Value.MaxRequestBytes);
            return inflated;
        }
        catch
        {
            inflated.Dispose();
            throw;
        }
        finally
        {
            compressed.Dispose();
        }
    }
}
