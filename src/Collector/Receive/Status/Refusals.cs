using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections;
using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Receive.Status;

/// <summary>Maps exceptions caused by the sender to refusals.</summary>
internal static class Refusals
{
    public static bool TryOf(Exception exception, ReceiveOptions options, [NotNullWhen(true)] out Refusal? refusal)
    {
        refusal = exception switch
        {
            RefusedException refused => refused.Refusal,
            MalformedRequestException or TooManyItemsException => Refusal.Malformed(exception.Message),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Refusal.TooLarge(options.MaxRequestBytes),
            BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => Refusal.TooSlow(),
            BadHttpRequestException or ConnectionResetException or ConnectionAbortedException => Refusal.Malformed("the body did not come whole"),
            _ => null,
        };
        return refusal is not null;
    }
}
