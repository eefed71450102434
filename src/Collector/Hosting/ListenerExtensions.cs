namespace Tidemark.Collector.Hosting;

internal static class ListenerExtensions
{
    /// <summary>True if the request arrived through the listener of that name.</summary>
    public static bool IsFrom(this HttpContext context, string listener) => context.Features.Get<ListenerFeature>()?.Name == listener;
}
