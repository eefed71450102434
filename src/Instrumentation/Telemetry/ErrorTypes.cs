namespace Tidemark.Instrumentation.Telemetry;

/// <summary>Values of <c>error.type</c>: low in number, without message text.</summary>
internal static class ErrorTypes
{
    public const string Other = "_OTHER";

    public static string Of(Exception? exception)
    {
#if NET
        if (exception is HttpRequestException { StatusCode: { } status })
            return ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);
#endif
        return exception?.GetType().FullName ?? Other;
    }
}
