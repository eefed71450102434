using System.Globalization;
using System.Text;

namespace Tidemark.Collector.Receive.Grpc;

/// <summary>Percent-encoding of grpc-message: printable ASCII except the percent sign is unchanged.</summary>
internal static class GrpcMessage
{
    public static string Encode(string message)
    {
        var encoded = new StringBuilder(message.Length);
        foreach (var value in Encoding.UTF8.GetBytes(message))
        {
            if (value is >= 0x20 and <= 0x7E and not (byte)'%') encoded.Append((char)value);
            else encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return encoded.ToString();
    }
}
