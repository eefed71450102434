using Tidemark.Samples.MinimalApi.Chat;
using Tidemark.Samples.MinimalApi.StandIn;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddTidemark();
builder.Services.AddStandInModel();
builder.Services.AddChat();

var app = builder.Build();
app.UseTidemarkSessions(sessions => sessions.Cookie = "chat-session");
app.MapStandInModel();
app.MapChat();
await app.RunAsync();
