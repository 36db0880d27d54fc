// The loader of the client: inlined by shell.rs, one statement a line, no comment at the end of a line.
(()=>{
let begun=0;
const events=["pointerdown","keydown","focusin"],
link=navigator.connection,
go=()=>{
if(begun++)return;
events.forEach(e=>removeEventListener(e,go,true));
import(PHONE).catch(()=>{});
const parsed=new Promise(done=>document.readyState=="loading"?addEventListener("DOMContentLoaded",done):done());
Promise.all([import(JS),fetch(WASM),fetch(TEXTS).then(r=>r.ok?r.text():Promise.reject()),parsed])
.then(([m,w,t])=>w.ok&&m.default({module_or_path:w}).then(()=>m.start(LANG,t)))
.catch(()=>{})
};
events.forEach(e=>addEventListener(e,go,true));
link&&link.saveData||addEventListener("load",()=>(self.requestIdleCallback||setTimeout)(go))
})()
