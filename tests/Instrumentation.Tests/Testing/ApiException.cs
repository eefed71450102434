using System.Net;

namespace Tidemark.Instrumentation.Tests.Testing;

/// <summary>Hides a property of its base type under another type, as exceptions of some providers' clients do.</summary>
internal sealed class ApiException : HttpRequestException
{
    public new HttpStatusCode StatusCode => HttpStatusCode.TooManyRequests;
}
