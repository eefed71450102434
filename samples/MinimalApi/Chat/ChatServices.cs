namespace Tidemark.Samples.MinimalApi.Chat;

/// <summary>A chat that keeps its history in memory.</summary>
internal static class ChatServices
{
    public static IServiceCollection AddChat(this IServiceCollection services) => services.AddSingleton<ChatHistory>();

    public static void MapChat(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/chat", ChatEndpoint.AnswerAsync);
        routes.MapPost("/logout", ChatEndpoint.LogOut);
    }
}
